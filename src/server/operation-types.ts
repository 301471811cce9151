import { GraphQLError, type GraphQLSchema, OperationTypeNode, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses types of operation that the schema lacks. graphql-js would accept them in validation and
 * fail in execution.
 */
export function useServedOperations(schema: GraphQLSchema): Plugin {
  const served = Object.values(OperationTypeNode).filter((kind) => schema.getRootType(kind));
  const expected = served.join(' or ');
  const ServedOperationsRule: ValidationRule = (context) => ({
    OperationDefinition(node) {
      if (served.includes(node.operation)) return;
      context.reportError(
        new GraphQLError(
          `The operation type ${node.operation} is not supported. Expected ${expected}.`,
          {
            nodes: [node],
            extensions: { code: 'OPERATION_NOT_SUPPORTED', expected },
          },
        ),
      );
    },
  });
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(ServedOperationsRule);
    },
  };
}
