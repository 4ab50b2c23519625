  Invoke-Program {
@"
__documents__
"@ | __apply__
  }
