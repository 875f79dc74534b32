#!/usr/bin/env bash
# Whether what is confirmed is true, at full size.
set -euo pipefail
ninja -C build/release false_share >/dev/null
build/release/false_share
