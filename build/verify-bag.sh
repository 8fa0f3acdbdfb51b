#!/bin/sh
# Checks a sealed bundle (.gfb) with stock tools alone: sh verify-bag.sh BUNDLE.gfb TRUSTED.pem
# Needs unzip, openssl 3 and the usual POSIX tools. The PEM is the sender's public key from a source you trust, not from the bundle.
# 只用系统自带工具核验封装包:公钥须另行取得并核对指纹,不得使用包内所附公钥。
set -eu
LC_ALL=C
export LC_ALL

fail() {
  echo "FAILED 未通过: $1" >&2
  exit 1
}

[ $# -eq 2 ] || fail "usage: verify-bag.sh BUNDLE.gfb TRUSTED.pem"
[ -f "$1" ] && [ -f "$2" ] || fail "file not found"
trusted=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bag"

unzip -Z1 "$1" > "$work/names" || fail "not a zip"
grep -qvE '^15[0-9]{4}-[0-9a-f]{8}-20[0-9]{2}-[0-9]{4,6}/[0-9A-Za-z][0-9A-Za-z._/-]*$' "$work/names" && fail "an entry name that the format does not know"
grep -qE '(^|/)\.' "$work/names" && fail "an entry name that leaves its folder"
[ -z "$(sort "$work/names" | uniq -d)" ] || fail "an entry twice"
[ "$(cut -d/ -f1 "$work/names" | sort -u | wc -l)" -eq 1 ] || fail "more than one top folder"
unzip -qq "$1" -d "$work/bag" || fail "unzip refuses the file"
cd "$work/bag/$(cut -d/ -f1 "$work/names" | head -n 1)"
[ -z "$(find . ! -type f ! -type d)" ] || fail "something that is not a plain file"

set -- signatures/*.sm2.sig
[ $# -eq 1 ] && [ -f "$1" ] || fail "exactly one signature is expected"
openssl dgst -sm3 -verify "$trusted" -sigopt distid:1234567812345678 -signature "$1" tagmanifest-sm3.txt > /dev/null 2>&1 \
  || fail "the signature is not that of the trusted key"
echo "signature 签名: good"

digests() {
  while read -r want name; do
    [ -f "$name" ] || fail "$name is listed in $2 but missing"
    got=$(openssl dgst -"$1" -r "$name" | cut -d' ' -f1)
    [ "$got" = "$want" ] || fail "$name differs from $2"
  done < "$2"
  echo "$2: good"
}
digests sm3 tagmanifest-sm3.txt
digests sm3 manifest-sm3.txt
digests sha256 manifest-sha256.txt

printf '%s\n' bag-info.txt bagit.txt manifest-sha256.txt manifest-sm3.txt > "$work/want"
cut -c67- tagmanifest-sm3.txt | diff - "$work/want" > /dev/null || fail "tagmanifest-sm3.txt lists other files"
find data -type f | sort > "$work/have"
for list in manifest-sm3.txt manifest-sha256.txt; do
  cut -c67- "$list" | sort | diff - "$work/have" > /dev/null || fail "$list and the files in data/ differ"
done
find . -type f | grep -vE '^\./(data/|signatures/[0-9a-f]{16}\.(sm2\.sig|pub\.pem)$|(bagit|bag-info|manifest-sm3|manifest-sha256|tagmanifest-sm3)\.txt$)' \
  && fail "a file outside data/ that the format does not know"

bytes=$(find data -type f -exec cat {} + | wc -c | tr -d ' ')
files=$(wc -l < "$work/have" | tr -d ' ')
grep -qx "Payload-Oxum: $bytes.$files" bag-info.txt || fail "bag-info.txt announces another total"
echo "ALL OK 全部通过: $files files, $bytes bytes"
