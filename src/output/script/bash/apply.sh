  __apply__ <<MANIFEST
__documents__
MANIFEST
