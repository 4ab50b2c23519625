found=$(__ask__ 2>/dev/null) || found=''
case $found in __patterns__) stop "$step:" '__why__' ;; esac
