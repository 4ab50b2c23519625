trap {
  [Console]::Error.WriteLine([string] $_)
  [Console]::Error.WriteLine('__stopped__ ' + $step)
  exit 1
}

function Write-Message([string] $message) {
  [Console]::Error.WriteLine($message)
}

function Stop-Script([string] $message) {
  Write-Message $message
  exit 1
}

function Start-Step([string] $id, [string] $title) {
  $script:step = $id
  Write-Output ('== ' + $id + ': ' + $title)
}

function Test-Program([scriptblock] $command) {
  $ErrorActionPreference = 'SilentlyContinue'
  $global:LASTEXITCODE = 1
  & $command *> $null
  return $LASTEXITCODE -eq 0
}

function Get-Answer([scriptblock] $command) {
  $ErrorActionPreference = 'SilentlyContinue'
  return [string] (& $command 2> $null)
}

function Invoke-Program([scriptblock] $command, [scriptblock] $otherwise) {
  $ErrorActionPreference = 'Continue'
  $global:LASTEXITCODE = 1
  & $command
  if ($LASTEXITCODE -ne 0 -and $otherwise) { & $otherwise }
  if ($LASTEXITCODE -ne 0) { throw ('exit status ' + $LASTEXITCODE) }
}

function Invoke-Removal([scriptblock] $command, [scriptblock] $show) {
  $ErrorActionPreference = 'Continue'
  $global:LASTEXITCODE = 1
  & $command
  $status = $LASTEXITCODE
  if ($status -ne 0 -and (Test-Program $show)) { throw ('exit status ' + $status) }
}
