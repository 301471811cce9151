import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type VariableDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { madeOnce } from '../base/made-once.ts';
import type { AnswerCache, AnswerGround } from './answer-cache.ts';
import { costEstimator, type Variables } from './limits/cost.ts';
import type { Cutoff, ExecutionBounds } from './limits/execution-bounds.ts';
import { limitError } from './limits/limit-error.ts';
import type { RequestTrace } from './request-trace.ts';

interface ExecutionOptions {
  readonly schema: GraphQLSchema;
  readonly maxCost: number;
  readonly bounds: ExecutionBounds;
  /** The cutoff of a request. */
  readonly cutoffOf: (request: Request) => Cutoff;
  /** Null disables the answer cache. */
  readonly answers: AnswerCache | null;
  /** Both as in ServedGraph. */
  readonly generationOf: (context: object) => string | null;
  readonly groundOf: (context: object) => AnswerGround | null;
}

/**
 * Executes an operation once its variables are known. It checks the variables, charges the cost
 * (validation is cached by document and does not see variables), and lets graphql-js execute,
 * unless the answer is cached.
 */
export function useExecution(options: ExecutionOptions): Plugin<{ trace: RequestTrace }> {
  const { schema, maxCost, bounds, cutoffOf, answers, generationOf, groundOf } = options;
  const estimators = new WeakMap<OperationDefinitionNode, (variables: Variables) => number>();
  return {
    onExecute({ args, setExecuteFn, setResultAndStopExecution }) {
      const { document, contextValue } = args;
      const { trace, request } = contextValue;
      const operation = getOperationAST(document, args.operationName);
      if (!operation) return;
      trace.operationType = operation.operation;
      trace.operationName = operation.name?.value ?? null;

      const unfit = operation.variableDefinitions?.find(
        ({ variable }) => variable.name.value === '__proto__',
      );
      if (unfit !== undefined) {
        setResultAndStopExecution({ errors: [unfitVariable(unfit)] });
        return;
      }
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

      const estimate = madeOnce(estimators, operation, () =>
        costEstimator(schema, document, operation),
      );
      trace.cost = estimate(coerced);
      if (trace.cost > maxCost) {
        setResultAndStopExecution({ errors: [limitError('cost', maxCost, trace.cost)] });
        return;
      }

      const key = answers?.keyOf({
        generation: generationOf(contextValue),
        document,
        operationName: args.operationName ?? null,
        variables: declared(operation, given),
      });
      const kept = key && answers?.get(key);
      if (kept) {
        trace.kept = true;
        setResultAndStopExecution(kept);
        return;
      }

      setExecuteFn((given: ExecutionArgs) => bounds.run(given, cutoffOf(request)));
      if (!answers || !key) return;
      return {
        onExecuteDone({ result, setResult }) {
          if ('data' in result) setResult(answers.keeping(key, result, groundOf(contextValue)));
        },
      };
    },
  };
}

/** The variables that the operation declares. No others change its answer. */
function declared({ variableDefinitions }: OperationDefinitionNode, given: Variables): Variables {
  const names = (variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(given, name) ? [[name, given[name]]] : [])),
  );
}

/** graphql-js silently loses the value of a variable with this name. */
function unfitVariable(definition: VariableDefinitionNode): GraphQLError {
  return new GraphQLError('Variable "$__proto__" is not supported: use another name.', {
    nodes: [definition],
    extensions: {
      code: 'BAD_USER_INPUT',
      argument: '$__proto__',
      expected: 'a variable of another name',
    },
  });
}

/** The error for a variable of the wrong type. It names the variable and the expected type. */
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
