import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';

/** Shows how one predictor changed, in words, to people who sit in the session under way. */
export class ShowChangeRequest {
  @IsIn(['CT', 'PI', 'ED', 'CG', 'TS'])
  predictor!: 'CT' | 'PI' | 'ED' | 'CG' | 'TS';

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(['RP', 'BP'], { each: true })
  to!: ('RP' | 'BP')[];
}
