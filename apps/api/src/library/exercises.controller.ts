import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  CreateExerciseRequest,
  ImportExerciseRequest,
  paths,
  PublishExerciseRequest,
  RetireExerciseRequest,
  SaveExerciseRequest,
} from '@trellis/contracts';
import type { OwnExercisesView, OwnExerciseView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { ExercisesService } from './exercises.service.js';

/** The clinic's own exercises. Those of the library come with the program. */
@Controller(paths.clinic.exercises)
export class ExercisesController {
  constructor(private readonly exercises: ExercisesService) {}

  @Allow('library.read')
  @Get()
  list(): Promise<OwnExercisesView> {
    return this.exercises.list();
  }

  @Allow('library.read')
  @Get(':exerciseId')
  one(@Param('exerciseId') exerciseId: string): Promise<OwnExerciseView> {
    return this.exercises.one(exerciseId);
  }

  @Allow('library.keep')
  @Idempotent()
  @Post()
  create(@Body() request: CreateExerciseRequest): Promise<OwnExerciseView> {
    return this.exercises.create(request);
  }

  @Allow('library.keep')
  @Idempotent()
  @Post('imports')
  import(@Body() request: ImportExerciseRequest): Promise<OwnExerciseView> {
    return this.exercises.import(request);
  }

  @Allow('library.keep')
  @Put(':exerciseId/draft')
  save(
    @Param('exerciseId') exerciseId: string,
    @IfMatch() version: number,
    @Body() request: SaveExerciseRequest,
  ): Promise<OwnExerciseView> {
    return this.exercises.save(exerciseId, version, request.content);
  }

  @Allow('library.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':exerciseId/publish')
  publish(
    @Param('exerciseId') exerciseId: string,
    @IfMatch() version: number,
    @Body() request: PublishExerciseRequest,
  ): Promise<OwnExerciseView> {
    return this.exercises.publish(exerciseId, version, request);
  }

  @Allow('library.keep')
  @Idempotent()
  @HttpCode(200)
  @Post(':exerciseId/retire')
  retire(
    @Param('exerciseId') exerciseId: string,
    @IfMatch() version: number,
    @Body() request: RetireExerciseRequest,
  ): Promise<OwnExerciseView> {
    return this.exercises.retire(exerciseId, version, request.reason);
  }
}
