import swc from '@swc/jest';
import { mutated } from '../../../../../tools/proofs/code-mutants.mjs';

const name = process.env.PROOF_MUTANT ?? '';

/** The usual transformer, with one line of one file weakened before it begins. */
export default {
  createTransformer(options) {
    const usual = swc.createTransformer(options);
    const weaken = (text, file) => (name === '' ? text : mutated(text, file, name));
    return {
      canInstrument: false,
      getCacheKey: (text, file, how) => usual.getCacheKey(weaken(text, file), file, how),
      process: (text, file, how) => usual.process(weaken(text, file), file, how),
      processAsync: (text, file, how) => usual.processAsync(weaken(text, file), file, how),
    };
  },
};
