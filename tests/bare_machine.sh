#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Runs a command of this project on a bare Debian: a fresh chroot with sh and apt and nothing else. Needs root and
# debootstrap. The mirror, its proxy, keys and certificates are those of this machine's apt.
#   sh tests/bare_machine.sh SUITE [COMMAND…]
#   sh tests/bare_machine.sh bookworm sh tests/run.sh
#   sh tests/bare_machine.sh testing sh examples/run.sh      (the default command runs both scripts)
# The command is run twice: the second time must build nothing and install nothing.
# CHROOT_CACHE=FOLDER keeps the bare system as FOLDER/SUITE.tar for the next run; MIRROR=URL overrides the mirror;
# KEEP=1 leaves the chroot behind.
set -eu
suite=${1:?the first argument is a Debian suite, e.g. bookworm or testing}
shift
[ $# -gt 0 ] || set -- sh -c 'sh examples/run.sh && sh tests/run.sh'
project=$(cd "$(dirname "$0")/.." && pwd)

work=$(mktemp -d "${TMPDIR:-/tmp}/bare_machine.XXXXXX")
root=$work/$suite
leave() {
  umount "$root/proc" 2>/dev/null || true
  if [ -n "${KEEP-}" ]; then echo "the chroot is $root"; else rm -rf --one-file-system "$work"; fi
}
trap leave EXIT
trap 'exit 1' INT TERM

# The first Debian archive that this machine's apt knows and that is not the security archive.
# shellcheck disable=SC2016 # apt expands these
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/*$' | head -n 1)}
[ -n "$mirror" ] || { echo "no Debian mirror in apt's configuration; give one as MIRROR=URL" >&2; exit 1; }
proxy=$(apt-config shell p Acquire::http::Proxy | sed "s/^p='\(.*\)'$/\1/")
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then export http_proxy="$proxy"; fi

saved=${CHROOT_CACHE:+$CHROOT_CACHE/$suite.tar}
if [ -n "$saved" ] && [ -f "$saved" ]; then
  mkdir -p "$root"
  tar -xf "$saved" -C "$root"
else
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log" ||
    { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
  umount "$root/proc" 2>/dev/null || true
  if [ -n "$saved" ]; then tar -cf "$saved" --one-file-system -C "$root" .; fi
fi

# Everything that apt needs to reach the mirror, and nothing else of this machine.
apt-config dump | grep -E '^Acquire::(http|https|Check|Retries)' >"$root/etc/apt/apt.conf.d/99mirror" || true
for file in /etc/resolv.conf /etc/hosts /etc/apt/auth.conf /etc/ssl/certs/ca-certificates.crt; do
  if [ -f "$file" ]; then mkdir -p "$root$(dirname "$file")" && cp -L "$file" "$root$file"; fi
done
mkdir -p "$root/root/tapeless"
tar -C "$project" --exclude=./build --exclude=./.git -cf - . | tar -C "$root/root/tapeless" -xf -
mount -t proc proc "$root/proc" || echo "going on without /proc" >&2

inside() {
  chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    LANG=C.UTF-8 sh -c 'cd /root/tapeless && "$@"' sh "$@" </dev/null
}
for run in first second; do
  echo "== $suite, $run run: $*"
  begin=$(date +%s)
  if inside "$@" >"$work/$run.log" 2>&1; then code=0; else code=$?; fi
  cat "$work/$run.log"
  echo "== $suite, $run run: exit $code after $(($(date +%s) - begin)) s"
  [ "$code" -eq 0 ] || exit "$code"
done
if grep -E '^(Setting up|Get:|\[[0-9]+/[0-9]+\] (Building|Linking))' "$work/second.log"; then
  echo "== $suite: the second run installed or built something" >&2
  exit 1
fi
echo "== $suite: passed"
