/**
 * Draws people: disc, ring, diamond or cross by where they stand, with a halo when a layer marks them. As sigma's own
 * discs, with the distance to the shape's edge worked out for each pixel.
 */
import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { INSIDE_HALO } from './scene.ts';

/** What a person's place in the buffer is filled with, beside what sigma knows. */
export interface Shaped extends NodeDisplayData {
  readonly shape: number;
  readonly halo: boolean;
}

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 corner = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + corner, 1)).xy, 0, 1);
  v_at = corner / (size / 2.0);
  v_pixel = u_correctionRatio * 2.0 / (size / 2.0);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;

float edge(float shape, vec2 at) {
  if (shape < 0.5) return length(at) - 1.0;
  if (shape < 1.5) return abs(length(at) - 0.72) - 0.28;
  if (shape < 2.5) return abs((abs(at.x) + abs(at.y)) * 0.7071 - 0.5) - 0.21;
  vec2 turned = abs(vec2(at.x + at.y, at.x - at.y)) * 0.7071;
  return max(min(turned.x, turned.y) - 0.24, max(turned.x, turned.y) - 1.0);
}

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = length(v_at) > 1.0 ? vec4(0.0) : v_color;
  #else
  bool marked = v_shape > 7.5;
  float shape = marked ? v_shape - 8.0 : v_shape;
  float inside = marked ? ${INSIDE_HALO} : 1.0;
  float dist = edge(shape, v_at / inside) * inside;
  if (marked) dist = min(dist, abs(length(v_at) - 0.88) - 0.12);
  gl_FragColor = mix(v_color, vec4(0.0), clamp(dist / v_pixel + 0.5, 0.0, 1.0));
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
const third = (2 * Math.PI) / 3;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [third], [2 * third]],
    };
  }

  override processVisibleItem(node: number, at: number, data: Shaped): void {
    const { array } = this;
    array[at] = data.x;
    array[at + 1] = data.y;
    array[at + 2] = data.size;
    array[at + 3] = data.shape + (data.halo ? 8 : 0);
    array[at + 4] = floatColor(data.color);
    array[at + 5] = node;
  }

  override setUniforms(
    { sizeRatio, correctionRatio, matrix }: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1],
  ): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
