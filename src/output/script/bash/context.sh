# __about__
check_context() {
  local context
  step=current-context
  context=$(trap - ERR; kubectl config current-context)
  echo "kubectl: $context"
  if [[ -n ${__context_variable__:-} && $context != "$__context_variable__" ]]; then
    stop '__other_context__' "$__context_variable__"
  fi
}
