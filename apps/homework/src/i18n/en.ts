import errors from './errors/en.json';
import help from './help/en.json';
import invite from './invite/en.json';
import rating from './rating/en.json';
import reader from './reader/en.json';
import record from './record/en.json';
import shell from './shell/en.json';
import signIn from './sign-in/en.json';
import task from './task/en.json';
import today from './today/en.json';
import writing from './writing/en.json';

/** All words of one language, one top-level key per area. */
export const words = { errors, help, invite, rating, reader, record, shell, signIn, task, today, writing };
