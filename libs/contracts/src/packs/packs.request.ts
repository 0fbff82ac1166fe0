import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** One exercise of a pack; who gets it follows from its code. */
export class PackedExerciseRequest {
  @Matches(/^(?:[RBC][0-9]{2}|[RB]X[0-9]{2,3})$/)
  code!: string;

  /** Begins once the others are in place. */
  @IsOptional()
  @IsBoolean()
  then?: boolean;
}

/** A pack as it is to stand from now on. */
export class KeepPackRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @Matches(/\S/)
  name!: string;

  /** Left out for any stage. */
  @IsOptional()
  @IsIn([1, 2, 3])
  stage?: 1 | 2 | 3;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique((item: PackedExerciseRequest | null) => item?.code ?? '')
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PackedExerciseRequest)
  exercises!: PackedExerciseRequest[];
}

export class RetirePackRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  @Matches(/\S/)
  reason!: string;
}
