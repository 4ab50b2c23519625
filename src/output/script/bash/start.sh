#!/usr/bin/env bash
# __head__
#
# shellcheck disable=SC1003,SC1112,SC2016
set -euo pipefail

# __variables__
