import errors from './errors/es.json';
import help from './help/es.json';
import invite from './invite/es.json';
import rating from './rating/es.json';
import reader from './reader/es.json';
import record from './record/es.json';
import shell from './shell/es.json';
import signIn from './sign-in/es.json';
import task from './task/es.json';
import today from './today/es.json';
import writing from './writing/es.json';

/** All words of one language, one top-level key per area. */
export const words = { errors, help, invite, rating, reader, record, shell, signIn, task, today, writing };
