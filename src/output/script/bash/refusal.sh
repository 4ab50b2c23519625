if [[ ${__force_variable__:-} != 1 ]]; then
  # __reasons__
  echo '__refused__' >&2
  exit 1
fi
