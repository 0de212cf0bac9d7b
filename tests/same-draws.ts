/**
Properties draw the same examples at every run, so that a run says something of the code and not of its luck.

    SEED=random npm test     draws others; a number draws those of an earlier run
*/
import fc from 'fast-check';

const {SEED = '3'} = process.env;

if (SEED !== 'random') fc.configureGlobal({seed: Number(SEED)});
