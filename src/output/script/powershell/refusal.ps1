if ($env:__force_variable__ -ne '1') {
  # __reasons__
  Stop-Script '__refused__'
}
