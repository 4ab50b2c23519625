set_up() {
__set_up__
}

clean_up() {
__clean_up__
}

case "${1:-set-up}" in
  set-up) set_up ;;
  clean-up) clean_up ;;
  *)
    echo "usage: $0 [set-up|clean-up]" >&2
    exit 2
    ;;
esac
