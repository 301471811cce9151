import { GraphQLError, type GraphQLSchema, OperationTypeNode, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses operations of a type that the schema does not have. graphql-js validates them and fails
 * when it executes them.
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
