# __about__
check_pem() {
  # In this locale a character is a byte.
  local LC_ALL=C
  if [[ -f $1 && $(<"$1") == *[![:ascii:]]* ]]; then
    stop '__not_ascii__' "$1"
  fi
}
