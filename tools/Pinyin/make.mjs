// Makes src/Platform/Search/pinyin.txt: every Han character of the basic plane with the readings that are in use, without tones.
// Run by tools/make-pinyin.sh, in a folder where the npm packages pinyin-pro (MIT) and @pinyin-pro/data (ISC) are installed.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(process.cwd() + '/');
const { pinyin } = require('pinyin-pro');
const phrases = require('@pinyin-pro/data/modern.json');

const plain = text => text.normalize('NFD').replace(/u\u0308/g, 'v').replace(/[\u0300-\u036f]/g, '').replace(/ü/g, 'v');
const isSyllable = text => /^[a-z]{1,6}$/.test(text);

// How often a reading stands in words of today: a dictionary's rare readings would fill the index and find nothing.
const counts = new Map();
for (const [phrase, [readings]] of Object.entries(phrases)) {
  const chars = [...phrase];
  const syllables = readings.split(' ').map(plain);
  if (chars.length !== syllables.length) continue;
  chars.forEach((char, i) => {
    if (!isSyllable(syllables[i])) return;
    const of = counts.get(char) ?? counts.set(char, new Map()).get(char);
    of.set(syllables[i], (of.get(syllables[i]) ?? 0) + 1);
  });
}

const LEAST_SHARE = 0.03;
// The dictionary is silent on some that names of places and companies need.
const NAMED = { 厦: 'xia', 六: 'lu', 堡: 'pu', 泊: 'po', 台: 'tai', 莘: 'xin', 浒: 'xu', 蚌: 'beng', 洞: 'tong', 枞: 'zong', 大: 'dai', 番: 'pan', 燕: 'yan', 任: 'ren', 华: 'hua' };
const ranks = [new Map(), new Map(), new Map()];
for (let code = 0x3400; code <= 0x9fff; code++) {
  const char = String.fromCharCode(code);
  const known = pinyin(char, { multiple: true, toneType: 'none', type: 'array', v: true }).map(plain).filter(isSyllable);
  if (known.length === 0) continue;
  const used = counts.get(char) ?? new Map();
  const total = [...used.values()].reduce((sum, n) => sum + n, 0);
  const common = [...used].filter(([reading, n]) => n / total >= LEAST_SHARE && known.includes(reading)).sort((a, b) => b[1] - a[1]).map(([reading]) => reading);
  const surname = plain(pinyin(char + '某某', { surname: 'head', toneType: 'none', type: 'array', v: true })[0]);
  let readings = [...(common.length ? common : [known[0]]), ...(isSyllable(surname) ? [surname] : []), ...(NAMED[char] ? [NAMED[char]] : [])];
  // Written lü in books and lu by those who type without an umlaut.
  readings = readings.flatMap(r => /^[ln]v/.test(r) ? [r, r.replace('v', 'u')] : [r]);
  [...new Set(readings)].slice(0, 3).forEach((reading, rank) => {
    ranks[rank].set(reading, (ranks[rank].get(reading) ?? '') + char);
  });
}
const lines = ranks.flatMap((rank, i) => [...rank].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, chars]) => `${i} ${reading} ${chars}`));
writeFileSync(process.argv[2], lines.join('\n') + '\n');
