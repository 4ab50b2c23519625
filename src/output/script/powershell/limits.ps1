# __about__
$attempts = __attempts__
if ($env:__attempts_variable__) { $attempts = [int] $env:__attempts_variable__ }
$interval = __interval__
if ($env:__interval_variable__) { $interval = [int] $env:__interval_variable__ }
