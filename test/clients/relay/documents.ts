import { graphql } from 'relay-runtime';

// The input of the Relay compiler, whose output is in `artifacts`. This file never runs. To
// compile: npx relay-compiler@21.0.1 test/clients/relay/relay.config.json

graphql`
  query documentsModelsUnderQuery($slug: String!, $size: Int!, $cursor: String) {
    license(slug: $slug) {
      list: models(first: $size, after: $cursor) @connection(key: "License_list") {
        edges {
          node {
            slug
          }
          relations {
            id
          }
        }
      }
    }
  }
`;

graphql`
  query documentsModelsUnderFromTheEndQuery($slug: String!, $size: Int!, $cursor: String) {
    license(slug: $slug) {
      list: models(last: $size, before: $cursor) @connection(key: "LicenseEnd_list") {
        edges {
          node {
            slug
          }
          relations {
            id
          }
        }
      }
    }
  }
`;

graphql`
  query documentsLicensesOfQuery($slug: String!, $size: Int!, $cursor: String) {
    model(slug: $slug) {
      list: licenses(first: $size, after: $cursor, ranks: ALL) @connection(key: "Model_list") {
        edges {
          node {
            slug
          }
          relations {
            id
          }
        }
      }
    }
  }
`;

graphql`
  query documentsRelationsOfQuery($slug: String!, $size: Int!, $cursor: String) {
    term(slug: $slug) {
      list: relations(first: $size, after: $cursor) @connection(key: "Term_list") {
        edges {
          node {
            slug
          }
          relations {
            id
          }
        }
      }
    }
  }
`;
