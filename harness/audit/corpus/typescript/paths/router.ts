export class PathRouter {
  registerPath(pattern: string, handler: () => void): void {
    if (pattern !== '') handler();
  }
  matchPath(url: string): string | undefined {
    return url;
  }
  buildUrl(name: string, parameters: Record<string, string>): string {
    return name + Object.keys(parameters).join('');
  }
}
