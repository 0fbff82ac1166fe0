import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { LiveRegion } from '@trellis/ui';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, LiveRegion],
  template: `
    <router-outlet />
    <tr-live-region />
  `,
})
export class App {}
