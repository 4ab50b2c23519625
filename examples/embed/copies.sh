#!/bin/sh
# Prints the static copies that the documentation sites beside this have inside the tag:
#
#   copies.sh FOLDER COMMAND …     FOLDER is where they go, COMMAND what starts azureml-k8s
#
# Each link is that of the tag around the copy. The same link is the same text on every machine, so that copies can be
# committed, and a change of theirs be reviewed.
set -eu
folder=$1
shift

install='v=1&cluster=aks&resource-group=rg-ml&cluster-name=aks-ml&cname=ml.example.com&workspace=mlw-prod'
endpoint='v=1&cluster=aks&resource-group=rg-ml&cluster-name=aks-ml&exposure=internal&cname=ml.example.com'
verify='v=1&cluster=aks&resource-group=rg-ml&cluster-name=aks-ml&workload=training'

# One step of a plan, as a block of code: in a text, a step is a paragraph that begins with its id.
step() {
  echo '```bash'
  awk -v RS= -v id="# $1: " 'index($0, id) == 1'
  echo '```'
}

"$@" plan --link "$install" --format markdown > "$folder/install.md"
"$@" plan --link "$endpoint" --format text | step create-extension > "$folder/endpoint.md"
"$@" plan --link "$verify" --format text | step verify-extension > "$folder/verify.md"
