#!/usr/bin/env bash
# Builds the CPU image from docker/Dockerfile where there is neither a container engine nor an image registry, and runs it:
# buildah does the work in a chroot, on base images that debootstrap makes out of Debian's packages and that bear the
# names which the Dockerfile asks for. Debian or Ubuntu, as root:
#
#   apt-get install buildah debootstrap
#   docker/build-without-engine.sh
#
# DEBIAN_MIRROR       where debootstrap fetches packages; http://deb.debian.org/debian unless set
# IMAGE_STORE         folder of the images, kept for the next run; /var/tmp/lingoduct-images unless set
# MAVEN_REPOSITORY    local Maven repository that the build stage may use; ~/.m2/repository unless set
# MAVEN_OPTIONS       options for Maven in the build stage; --offline unless set
set -euo pipefail

readonly SUITE=bookworm
readonly BUILD_BASE=docker.io/library/maven:3.9-eclipse-temurin-17
readonly RUN_BASE=docker.io/library/eclipse-temurin:17-jre
readonly IMAGE=localhost/lingoduct:cpu

mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
store=${IMAGE_STORE:-/var/tmp/lingoduct-images}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
maven_options=${MAVEN_OPTIONS:---offline}
home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

for tool in buildah debootstrap; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install buildah debootstrap" >&2; exit 2; }
done
[ "$(id -u)" -eq 0 ] || { echo 'debootstrap and chroot need root' >&2; exit 2; }
[ -d "$repository" ] || { echo "no local Maven repository at $repository: build once, or set MAVEN_REPOSITORY" >&2; exit 2; }

export BUILDAH_ISOLATION=chroot
mkdir -p "$store/packages"

images() {
  buildah --root "$store/root" --runroot "$store/run" --storage-driver vfs "$@"
}

base() { # name packages
  local container folder
  if images inspect --type image "$1" >/dev/null 2>&1; then
    return
  fi
  echo "Bootstrapping $1 ..."
  container=$(images from scratch)
  folder=$(images mount "$container")
  debootstrap --variant=minbase --cache-dir="$store/packages" --include="$2" "$SUITE" "$folder" "$mirror" \
    >"$store/debootstrap.log" || { tail -n 20 "$store/debootstrap.log" >&2; exit 1; }
  rm -rf "$folder"/var/cache/apt/archives/*.deb
  images umount "$container" >/dev/null
  images commit --quiet --rm "$container" "$1" >/dev/null
}

run() { # arguments of lingoduct; standard input is passed on
  local container folder command=() arguments=()
  container=$(images from --pull-never "$IMAGE")
  # A chroot has no init to read the image's entry point: it is given as the command.
  readarray -t command < <(images inspect --format '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' "$container")
  for argument in "${command[@]}"; do
    [ -z "$argument" ] || arguments+=("$argument")
  done
  images run "$container" -- "${arguments[@]}" "$@"
  images rm "$container" >/dev/null
}

base "$RUN_BASE" openjdk-17-jre-headless,ca-certificates
base "$BUILD_BASE" openjdk-17-jdk-headless,maven,ca-certificates

echo "Building $IMAGE ..."
images build --pull-never --layers=false --file "$home/docker/Dockerfile" --tag "$IMAGE" \
  --volume "$repository:/repository" \
  --build-arg MAVEN_OPTIONS="-Dmaven.repo.local=/repository $maven_options" "$home"

echo 'Images:'
images images
echo 'lingoduct --version:'
run --version
echo 'lingoduct translate:'
echo 'A man rides a bicycle along the street.' | run translate --model /opt/lingoduct/models/en-de
