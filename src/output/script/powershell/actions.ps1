function Start-SetUp {
__set_up__
}

function Start-CleanUp {
__clean_up__
}

if ($Action -eq 'clean-up') { Start-CleanUp } else { Start-SetUp }
exit 0
