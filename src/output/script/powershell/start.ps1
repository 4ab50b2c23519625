# __head__
param([ValidateSet('set-up', 'clean-up')] [string] $Action = 'set-up')

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$step = ''

# __variables__
