import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

/**
 * Executes an operation with graphql-js itself. It is slower than compiled code, and it never takes
 * what a client sends for code. When the client leaves, the promise is rejected at once with the
 * signal's reason; loaders that hold the same signal load nothing more.
 */
export function executeUntilAborted(
  args: ExecutionArgs,
  signal: AbortSignal,
): ExecutionResult | Promise<ExecutionResult> {
  const result = execute(args);
  return result instanceof Promise ? unlessAborted(result, signal) : result;
}

function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
