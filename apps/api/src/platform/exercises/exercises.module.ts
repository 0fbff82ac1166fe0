import { Global, Module } from '@nestjs/common';
import { ExerciseCatalogue } from './exercise-catalogue.js';

/** What can be given: the library that comes with the program, and the clinic's own exercises. */
@Global()
@Module({ providers: [ExerciseCatalogue], exports: [ExerciseCatalogue] })
export class ExercisesModule {}
