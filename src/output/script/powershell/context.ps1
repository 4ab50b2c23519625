# __about__
function Confirm-Context {
  $script:step = 'current-context'
  $context = [string] (Invoke-Program { kubectl config current-context })
  Write-Output ('kubectl: ' + $context)
  if ($env:__context_variable__ -and $context -cne $env:__context_variable__) {
    Stop-Script ('__other_context__ ' + $env:__context_variable__)
  }
}
