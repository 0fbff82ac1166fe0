import { Module } from '@nestjs/common';
import { ExerciseRepository } from './exercise.repository.js';
import { ExercisesController } from './exercises.controller.js';
import { ExercisesService } from './exercises.service.js';

/** Exercises: those of the library, and the clinic's own. */
@Module({
  controllers: [ExercisesController],
  providers: [ExerciseRepository, ExercisesService],
  exports: [ExercisesService],
})
export class LibraryModule {}
