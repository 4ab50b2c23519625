# __about__
function Wait-State([string] $state, [scriptblock] $ask) {
  $answer = ''
  for ($attempt = 1; $attempt -le $attempts; $attempt++) {
    $answer = [string] (Invoke-Program $ask)
    if ($answer.Contains($state)) {
      Write-Output $answer
      return
    }
    if ($answer.Contains('Failed') -or $answer.Contains('Canceled')) {
      Stop-Script ($step + ': ' + '__failed__ ' + $answer)
    }
    Write-Output ([string] $attempt + '/' + $attempts + ': ' + $answer)
    Start-Sleep -Seconds $interval
  }
  Stop-Script ($step + ': ' + '__gave_up__ ' + $answer)
}
