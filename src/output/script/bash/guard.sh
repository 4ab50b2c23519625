unfilled=()
# __tests__
if ((${#unfilled[@]} > 0)); then
  echo '__fill_in_first__' "${unfilled[*]}" >&2
  exit 1
fi
