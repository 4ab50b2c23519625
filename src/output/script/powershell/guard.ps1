$unfilled = @()
# __tests__
if ($unfilled.Count -gt 0) {
  [Console]::Error.WriteLine('__fill_in_first__ ' + ($unfilled -join ' '))
  exit 1
}
