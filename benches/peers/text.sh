#!/usr/bin/env bash
# Downloads English prose for the benchmarks and prints the folder that holds it.
#
#   ROUNDTABLE_TEXT=$(benches/peers/text.sh) cargo run --release --bin speed
#
# The texts come from Debian packages (books, manuals, dictionaries) and are saved in a cache folder
# outside the repository, one .txt file for each package. Needs apt-get, dpkg-deb, perl, gzip. A
# package that cannot be downloaded is skipped: the benchmarks make up what is missing.
set -euo pipefail

packages=(anarchism debian-handbook python3.11-doc fortunes dict-gcide dict-foldoc postgresql-doc-15)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/roundtable-peers
mkdir -p "$cache/text"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# HTML to paragraphs with an empty line between them.
plain='
  s/<!--.*?-->//gs;
  s/<(script|style|head|pre|table)\b.*?<\/\1>//gsi;
  s/<\/?(p|div|h\d|li|ul|ol|dl|dt|dd|blockquote|br|hr)\b[^>]*>/\n\n/gi;
  s/<[^>]*>//g;
  s/&nbsp;/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&[lr]squo;/\x{2019}/g; s/&[lr]dquo;/"/g;
  s/&#(\d+);/chr $1/ge; s/&#x([0-9a-f]+);/chr hex $1/gie; s/&\w+;/ /g; s/&amp;/&/g;
'
html() { perl -CSD -0777 -pe "$plain" "$@"; }
# A dictionary without its references and tags.
entries() { gzip -dc "$@" | perl -pe 's/\[[^\]]*\]//g; s/[{}\\]//g'; }

gather() { # PACKAGE FOLDER
  local files
  case $1 in
    dict-*) entries "$2"/usr/share/dictd/*.dz ;;
    fortunes) find "$2/usr/share/games/fortunes" -type f ! -name '*.*' -print0 | sort -z |
      xargs -0 cat | perl -pe 's/^%$//' ;;
    *)
      mapfile -t files < <(find "$2/usr/share/doc" -type f -name '*.html' |
        grep -E -v '/[a-z]{2,3}-[A-Z]{2}/' | sort)
      [ "$1" != debian-handbook ] ||
        mapfile -t files < <(find "$2/usr/share/doc" -path '*/en-US/*.html' | sort)
      html "${files[@]}" ;;
  esac
}

for package in "${packages[@]}"; do
  target=$cache/text/$package.txt
  [ ! -s "$target" ] || continue
  if (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$package") >&2; then
    dpkg-deb -x "$work/${package}"_*.deb "$work/$package"
    gather "$package" "$work/$package" >"$work/text" && mv "$work/text" "$target"
  else
    echo "text.sh: cannot download $package" >&2
  fi
done
echo "$cache/text"
