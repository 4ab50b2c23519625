# __about__
wait_for() {
  local state=$1 answer='' attempt
  shift
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    answer=$(trap - ERR; "$@")
    case $answer in
      *"$state"*)
        echo "$answer"
        return
        ;;
      *Failed* | *Canceled*) stop "$step:" '__failed__' "$answer" ;;
    esac
    echo "$attempt/$attempts: $answer"
    sleep "$interval"
  done
  stop "$step:" '__gave_up__' "$answer"
}
