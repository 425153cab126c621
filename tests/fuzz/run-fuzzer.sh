#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-fuzzer.sh SECONDS TARGET CORPUS [OPTION…]
#
# Lets a libFuzzer target look for faults, beginning with the inputs of a corpus, which stays as it
# is. An input that shows a fault is printed in base64, so that it can be taken out of any log.
set -u
seconds=$1
target=$2
corpus=$3
shift 3

found=$(mktemp -d) || exit 1
trap 'rm -rf "$found"' EXIT
mkdir "$found/corpus" "$found/faults"

# What takes more than this for an input of a few kilobytes takes too much for any. It always begins
# in the same way, unless an option gives another seed: then a check finds nothing today that it did
# not find yesterday.
"$target" -seed=1 -max_total_time="$seconds" -rss_limit_mb=512 -timeout=10 \
  -artifact_prefix="$found/faults/" -print_final_stats=1 "$@" "$found/corpus" "$corpus" \
  > "$found/log" 2>&1
status=$?

tail -n 60 "$found/log"
for fault in "$found/faults"/*; do
  [ -f "$fault" ] || continue
  echo "The input of ${fault##*/}:"
  base64 "$fault"
done
# What libFuzzer exits with is Meson's sign for a test that was skipped.
[ "$status" -eq 0 ]
