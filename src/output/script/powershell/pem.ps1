# __about__
function Confirm-Pem([string] $path) {
  if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { return }
  $bytes = [System.IO.File]::ReadAllBytes((Convert-Path -LiteralPath $path))
  if (@($bytes | Where-Object { $_ -gt 127 }).Count -gt 0) {
    Stop-Script ('__not_ascii__ ' + $path)
  }
}
