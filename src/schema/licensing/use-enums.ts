import {
  ClauseEffectEnum,
  ComparisonEnum,
  DutyKindEnum,
  MeasuredAtEnum,
  TerritoryTestEnum,
  ThresholdMetricEnum,
  ThresholdScopeEnum,
  WindowEnum,
} from '../../ontology/clause-vocabulary.ts';
import { OpennessDefinitionEnum, VerdictEnum } from '../../ontology/openness-vocabulary.ts';
import {
  ActivityEnum,
  BusinessKindEnum,
  CurrencyEnum,
  FieldOfUseEnum,
  TrainedModelEnum,
  UseAnswerEnum,
  UseFactEnum,
} from '../../ontology/use-vocabulary.ts';
import { enumRef } from '../enums.ts';

// The enumerations of uses, clauses and verdicts.

export const ActivityRef = enumRef(ActivityEnum);
export const UseAnswerRef = enumRef(UseAnswerEnum);
export const UseFactRef = enumRef(UseFactEnum);
export const FieldOfUseRef = enumRef(FieldOfUseEnum);
export const BusinessKindRef = enumRef(BusinessKindEnum);
export const TrainedModelRef = enumRef(TrainedModelEnum);
export const CurrencyRef = enumRef(CurrencyEnum);

export const ClauseEffectRef = enumRef(ClauseEffectEnum);
export const DutyKindRef = enumRef(DutyKindEnum);
export const ThresholdMetricRef = enumRef(ThresholdMetricEnum);
export const ComparisonRef = enumRef(ComparisonEnum);
export const WindowRef = enumRef(WindowEnum);
export const MeasuredAtRef = enumRef(MeasuredAtEnum);
export const ThresholdScopeRef = enumRef(ThresholdScopeEnum);
export const TerritoryTestRef = enumRef(TerritoryTestEnum);

export const OpennessDefinitionRef = enumRef(OpennessDefinitionEnum);
export const VerdictRef = enumRef(VerdictEnum);
