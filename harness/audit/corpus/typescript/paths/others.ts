export class TreeRouter {
  registerPath(pattern: string, handler: () => void): string {
    return pattern + String(handler);
  }
  matchPath(url: string): string[] {
    return [url];
  }
  printTree(): string {
    return '';
  }
}

export function openRegexPaths() {
  return {
    matchPath: (url: string) => new RegExp(url),
    buildUrl: (name: string, parameters: Record<string, string>) => name in parameters,
    registerPath(pattern: string, handler: () => void) {
      return [pattern, handler];
    },
  };
}

export class RouteMetrics {
  countMatches(): number {
    return 0;
  }
  slowestPath(): string {
    return '';
  }
}
