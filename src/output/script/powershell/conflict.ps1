$found = Get-Answer { __ask__ }
foreach ($pattern in __patterns__) {
  if ($found -like $pattern) { Stop-Script ($step + ': ' + '__why__') }
}
