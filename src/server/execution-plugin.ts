import {
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { AnswerCache } from './answer-cache.ts';
import type { QueryCompiler } from './compiled-execution.ts';
import { costEstimator, type Variables } from './cost.ts';
import { limitError } from './limit-error.ts';
import type { RequestTrace } from './request-trace.ts';

export interface ExecutionOptions {
  readonly schema: GraphQLSchema;
  readonly maxCost: number;
  /** Null: every query is interpreted. */
  readonly compiler: QueryCompiler | null;
  /** Null: no answer outlives its request. */
  readonly answers: AnswerCache | null;
  /** Contexts of one generation answer the same; null where that is not known. */
  readonly generationOf: (context: object) => string | null;
}

/**
 * What happens once an operation and its variables are known: the variables are checked, the cost
 * is charged (validation is cached by document and would not see the variables), and a query asked
 * for often runs compiled, unless its answer is known.
 */
export function useExecution(options: ExecutionOptions): Plugin<{ trace: RequestTrace }> {
  const { schema, maxCost, compiler, answers, generationOf } = options;
  const estimators = new WeakMap<OperationDefinitionNode, (variables: Variables) => number>();
  return {
    onExecute({ args, setExecuteFn, setResultAndStopExecution }) {
      const { document, contextValue } = args;
      const { trace, request } = contextValue;
      const operation = getOperationAST(document, args.operationName);
      if (!operation) return;
      trace.operationType = operation.operation;
      trace.operationName = operation.name?.value ?? null;

      const given: Variables = args.variableValues ?? {};
      const { coerced, errors } = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        given,
        { maxErrors: 5 },
      );
      if (coerced === undefined) {
        setResultAndStopExecution({ errors: errors.map(variableError) });
        return;
      }

      let estimate = estimators.get(operation);
      if (estimate === undefined) {
        estimate = costEstimator(schema, document, operation);
        estimators.set(operation, estimate);
      }
      trace.cost = estimate(coerced);
      if (trace.cost > maxCost) {
        setResultAndStopExecution({ errors: [limitError('cost', maxCost, trace.cost)] });
        return;
      }

      const key = answers?.keyOf({
        generation: generationOf(contextValue),
        document,
        operationName: args.operationName ?? null,
        variables: given,
      });
      const kept = key && answers?.get(key);
      if (kept) {
        trace.kept = true;
        setResultAndStopExecution(kept);
        return;
      }

      const compiled = compiler?.queryOf(document) ?? null;
      if (compiled !== null) {
        trace.compiled = true;
        const { signal } = request;
        setExecuteFn(() => compiled({ contextValue, variableValues: given, signal }));
      }
      if (!answers || !key) return;
      return {
        onExecuteDone({ result, setResult }) {
          if ('data' in result) setResult(answers.keeping(key, result));
        },
      };
    },
  };
}

/** A variable that does not have its type: names it and says what was expected. */
function variableError(error: GraphQLError): GraphQLError {
  const definition = error.nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  const named = definition && {
    argument: `$${definition.variable.name.value}`,
    expected: print(definition.type),
  };
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    extensions: { code: 'BAD_USER_INPUT', ...named },
  });
}
