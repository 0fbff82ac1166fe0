import { describe, expect, it } from '@jest/globals';
import { languages } from '../shared/localized.js';
import { fractionText } from '../shared/fraction.js';
import { lintWording } from '../wording/wording-lint.js';
import { answerEnds } from './answer-scale.js';
import { findInstrument, instrumentOf, instruments } from './catalogue.js';
import { administrationWords } from './administration.js';
import { instrumentStatementWords } from './instrument-change.js';
import { instrumentProblemCodes, instrumentProblemWords } from './instrument-problem.js';
import type { InstrumentScale } from './instrument.js';
import { bandWords, screeningWords } from './screening-range.js';

const codesWhere = (test: (one: (typeof instruments)[number]) => boolean) =>
  instruments.filter(test).map(({ code }) => code);

describe('the list of instruments', () => {
  it('has every instrument once, with items, range and licence', () => {
    expect(
      instruments.map(({ code, itemCount, range, licence }) =>
        [code, itemCount ?? '-', range?.join('..') ?? '-', licence].join(' '),
      ),
    ).toEqual([
      'PCL-5 20 0..80 free',
      'ITQ 18 - free',
      'IES-R 22 0..88 check',
      'DES-II - - check',
      'PHQ-9 9 0..27 free',
      'PHQ-2 2 0..6 free',
      'GAD-2 2 0..6 free',
      'GAD-7 7 0..21 free',
      'MDQ - - check',
      'CSI-4 4 0..21 free',
      'CSI-16 16 0..81 free',
      'CSI-32 32 0..161 free',
      'RDAS 14 0..69 ask',
      'DAS 32 0..151 restricted',
      'IRI-C 13 0..4 ask',
      'ECR-R 36 1..7 ask',
      'ECR-RS 9 1..7 ask',
      'TCRS 17 17..119 ask',
      'TCRS-CENTERED 17 -51..51 ask',
      'PPCS-18 18 18..126 ask',
      'PPCS-6 6 6..42 ask',
      'BPS 5 0..10 ask',
      'CSBD-19 19 19..76 ask',
      'CSBD-7 7 7..28 ask',
      'HBI-19 19 19..95 ask',
      'SAST-R 45 0..20 restricted',
      'HITS 4 4..20 ask',
      'E-HITS 5 5..25 ask',
      'WAST 8 8..24 ask',
      'WAST-SHORT 2 2..6 ask',
      'HARK 4 0..4 free',
      'DA 20 - licensed',
      'C-SSRS-SCREENER 6 - free',
      'ASQ 5 - free',
      'AUDIT-C 3 0..12 free',
      'ORS 4 0..40 licensed',
      'SRS 4 0..40 licensed',
      'WAI-SR 12 1..5 ask',
    ]);
  });

  it('has the cuts, exact, the standard one first', () => {
    const cuts = instruments.flatMap(({ code, cuts: own }) =>
      own.length === 0
        ? []
        : [`${code}: ${own.map(({ inRange, value }) => `${inRange} ${fractionText(value)}`).join(', ')}`],
    );
    expect(cuts).toEqual([
      'PCL-5: from 31/1, from 32/1, from 33/1',
      'IES-R: from 33/1, from 46/1',
      'PHQ-9: from 10/1',
      'PHQ-2: from 3/1',
      'GAD-2: from 3/1',
      'GAD-7: from 8/1',
      'CSI-4: below 27/2',
      'CSI-16: below 103/2',
      'CSI-32: below 209/2',
      'RDAS: up_to 4731/100, up_to 48/1',
      'DAS: below 195/2',
      'PPCS-18: from 76/1',
      'PPCS-6: from 20/1',
      'BPS: from 4/1',
      'CSBD-19: from 50/1',
      'CSBD-7: from 18/1',
      'HBI-19: from 53/1',
      'SAST-R: from 6/1',
      'HITS: from 10/1, from 11/1, above 10/1',
      'E-HITS: from 7/1',
      'WAST: from 13/1',
      'HARK: from 1/1',
      'AUDIT-C: from 3/1, from 4/1',
      'ORS: up_to 25/1',
      'SRS: up_to 36/1',
    ]);
  });

  it('has the published changes, the standard one first', () => {
    const changes = instruments.flatMap(({ code, changes: own }) =>
      own.map(({ id, points, source }) => `${code} ${id} ${fractionText(points)} ${source}`),
    );
    expect(changes).toEqual([
      'PCL-5 reliable_15 15/1 S33c',
      'PCL-5 reliable_18 18/1 S33c',
      'PCL-5 important_10 10/1 S33d',
      'PHQ-9 reliable_6 6/1 S34',
      'PHQ-9 important_5 5/1 K',
      'GAD-7 reliable_4 4/1 S34',
      'GAD-7 reliable_6 6/1 S35',
      'RDAS reliable_12 579/50 S38',
      'DAS reliable_12 12/1 K',
      'DAS reliable_11 11/1 K',
      'ECR-RS retest_2.1 21/10 S29',
      'ORS reliable_5 5/1 K',
    ]);
  });

  it('has ranges that follow from items and answers', () => {
    const scoreRange = ({ items, combine }: InstrumentScale, code: string) => {
      const { answers, itemCount } = instrumentOf(code);
      if (!answers || itemCount === null) return null;
      if (combine === 'mean') return [answers.from, answers.to];
      const at =
        items === 'all' || items === 'mapped' ? [...Array(itemCount).keys()].map((n) => n + 1) : items;
      return [0, 1].map((end) =>
        at.reduce((sum, position) => sum + (answerEnds(answers, position)[end] ?? 0), 0),
      );
    };
    for (const { code, scoring, range } of instruments) {
      const [first] = scoring.kind === 'scales' ? scoring.scales : [];
      if (first) expect([code, scoreRange(first, code)]).toEqual([code, range]);
    }
  });

  it('marks what is general knowledge, and only that, as to be verified', () => {
    const values = instruments.flatMap(({ structure, cuts, changes, bands, endState, prorating }) => [
      structure,
      ...cuts,
      ...changes,
      ...bands,
      ...[endState, prorating].filter((one) => one !== null),
    ]);
    expect(values.filter(({ source, verify }) => verify !== (source === 'K'))).toEqual([]);
    expect(codesWhere(({ structure }) => !structure.verify)).toEqual(['CSI-16', 'ECR-RS']);
    expect(instrumentOf('PPCS-6').cuts.map(({ verify }) => verify)).toEqual([true]);
    expect(instrumentOf('PCL-5').endState).toEqual({ value: 28, source: 'S33c', verify: false });
  });

  it('cites every public source that a value names', () => {
    for (const { code, citation, cuts, changes, structure } of instruments) {
      const named = [structure, ...cuts, ...changes].map(({ source }) => source);
      expect([code, named.filter((source) => source !== 'K' && !citation.includes(source))]).toEqual([
        code,
        [],
      ]);
    }
  });

  it('knows who administers, what never travels and what asks about self-harm', () => {
    expect(codesWhere((one) => one.clinicianAdministeredOnly)).toEqual(['DA', 'C-SSRS-SCREENER', 'ASQ']);
    const violence = ['HITS', 'E-HITS', 'WAST', 'WAST-SHORT', 'HARK', 'DA'];
    expect(codesWhere((one) => one.neverThroughSharedLinks)).toEqual(violence);
    expect(codesWhere((one) => one.family === 'partner_violence')).toEqual(violence);
    expect(instruments.flatMap((one) => (one.selfHarmItem ? [one.code, one.selfHarmItem] : []))).toEqual([
      'PHQ-9',
      9,
    ]);
    expect(codesWhere((one) => !one.attestationNeeded)).toEqual([]);
    expect(codesWhere(({ scoring }) => scoring.kind === 'score_by_clinician')).toEqual([
      'ITQ',
      'DES-II',
      'MDQ',
      'WAST-SHORT',
      'DA',
    ]);
  });

  it('knows in which direction a total is worse', () => {
    const better = [
      'CSI-4',
      'CSI-16',
      'CSI-32',
      'RDAS',
      'DAS',
      'IRI-C',
      'TCRS',
      'TCRS-CENTERED',
      'ORS',
      'SRS',
      'WAI-SR',
    ];
    expect(codesWhere(({ worseWhen }) => worseWhen === 'lower')).toEqual(better);
    expect(codesWhere(({ worseWhen }) => worseWhen === null)).toEqual(['MDQ']);
  });

  it('finds by code and by nothing else', () => {
    expect(findInstrument('GAD-7')?.itemCount).toBe(7);
    expect(findInstrument('gad-7')).toBeNull();
    expect(() => instrumentOf('XYZ')).toThrow('No instrument XYZ');
  });
});

describe('wording of instruments', () => {
  it('is said in both languages, without words that are not used', () => {
    const sentences = [
      ...instruments.flatMap(({ measures, notice, bands }) => [
        measures,
        ...(notice ? [notice] : []),
        ...bands.map(bandWords),
      ]),
      ...Object.values(screeningWords),
      ...Object.values(instrumentStatementWords),
      ...Object.values(instrumentProblemWords),
      ...Object.values(administrationWords),
    ];
    for (const sentence of sentences) {
      for (const language of languages) {
        expect(sentence[language].length).toBeGreaterThan(2);
        expect(lintWording(sentence[language], language)).toEqual([]);
        expect(sentence[language]).not.toMatch(/diagnos/i);
      }
    }
    expect(Object.keys(instrumentProblemWords)).toEqual([...instrumentProblemCodes]);
  });
});
