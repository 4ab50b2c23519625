step=''
stop() {
  echo "$*" >&2
  exit 1
}
stopped() { echo '__stopped__' "$step" >&2; }
set -E
trap stopped ERR
