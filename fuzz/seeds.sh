#!/bin/sh
# Writes the first inputs of every target into corpus/: words of our own, split from seeds/*.txt.
set -eu
cd "$(dirname "$0")"
for target in dates counts csv json recipe xlsx; do
  mkdir -p "corpus/$target"
done
# One cell a line; the first byte chooses how it is read.
for target in dates counts; do
  awk -v to="corpus/$target/seed" '{ for (way = 0; way < 4; way++) { file = to "-" NR "-" way; printf "%c%s", 48 + way, $0 > file; close(file) } }' "seeds/$target.txt"
done
# Documents between lines of %%.
for target in csv json recipe; do
  awk -v to="corpus/$target/seed" 'BEGIN { n = 1 } $0 == "%%" { n++; next } { print > (to "-" n) }' "seeds/$target.txt"
done
# Parts of a workbook; the first byte says which part they replace ("1" is the sheet: 49 is divisible by seven).
awk -v to="corpus/xlsx/seed" 'BEGIN { n = 1; start = 1 } $0 == "%%" { n++; start = 1; next } { if (start) printf "1" > (to "-" n); start = 0; print > (to "-" n) }' seeds/xlsx.txt
