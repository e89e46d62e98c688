//! A small renderer on the processor for image tests: no display, no graphics card, the same bytes on every run.
//!
//! It draws the triangles that the window would send to the graphics card: textured, with premultiplied colours
//! blended as they are stored, clipped to their rectangles, every pixel of a shared edge drawn once.

use std::collections::HashMap;

use eframe::egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, Context, FullOutput, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// A texture: width, height and pixels.
struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

/// The renderer.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let set: Vec<_> = delta.set.drain().collect();
        for (id, changes) in set {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let [width, height] = image.size;
                let Some([left, top]) = change.pos else {
                    self.textures.insert(id, Texture { width, height, pixels: image.pixels.clone() });
                    continue;
                };
                let texture = self.textures.get_mut(&id).expect("a part of a texture that is there");
                for row in 0..height {
                    let to = (top + row) * texture.width + left;
                    texture.pixels[to..to + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
                }
            }
        }
        self.textures.retain(|id, _| !delta.free.contains(id));
        delta.free.clear();
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<image::RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        let mut picture = image::RgbaImage::from_pixel(width, height, image::Rgba([0, 0, 0, 255]));
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else { continue };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a texture is missing")?;
            let clip = pixels_of(clipped.clip_rect, scale, width, height);
            draw_mesh(&mut picture, &mesh, texture, clip, scale);
        }
        Ok(picture)
    }
}

/// Left, top, right and bottom in whole pixels, right and bottom not included.
fn pixels_of(rect: Rect, scale: f32, width: u32, height: u32) -> [i32; 4] {
    let at = |value: f32, most: u32| (value * scale).round().clamp(0.0, most as f32) as i32;
    [at(rect.min.x, width), at(rect.min.y, height), at(rect.max.x, width), at(rect.max.y, height)]
}

fn draw_mesh(picture: &mut image::RgbaImage, mesh: &Mesh, texture: &Texture, clip: [i32; 4], scale: f32) {
    for corners in mesh.indices.chunks_exact(3) {
        let mut triangle = [corners[0], corners[1], corners[2]].map(|index| mesh.vertices[index as usize]);
        for corner in &mut triangle {
            corner.pos = Pos2::new(corner.pos.x * scale, corner.pos.y * scale);
        }
        draw_triangle(picture, triangle, texture, clip);
    }
}

/// Twice the signed area of the triangle a, b, p; positive when p lies to the right of the edge from a to b.
fn area(a: Pos2, b: Pos2, p: Pos2) -> f64 {
    let [ax, ay, bx, by, px, py] = [a.x, a.y, b.x, b.y, p.x, p.y].map(f64::from);
    (bx - ax) * (py - ay) - (by - ay) * (px - ax)
}

/// Whether pixels exactly on the edge from a to b belong to this triangle: top and left edges do.
fn owns(a: Pos2, b: Pos2) -> bool {
    (a.y == b.y && b.x > a.x) || b.y < a.y
}

fn draw_triangle(picture: &mut image::RgbaImage, mut corners: [Vertex; 3], texture: &Texture, clip: [i32; 4]) {
    let mut whole = area(corners[0].pos, corners[1].pos, corners[2].pos);
    if whole == 0.0 {
        return;
    }
    if whole < 0.0 {
        corners.swap(1, 2);
        whole = -whole;
    }
    let [a, b, c] = corners;
    let low = |of: fn(&Vertex) -> f32| corners.iter().map(of).fold(f32::INFINITY, f32::min).floor() as i32;
    let high = |of: fn(&Vertex) -> f32| corners.iter().map(of).fold(f32::NEG_INFINITY, f32::max).ceil() as i32;
    let (left, right) = (low(|corner| corner.pos.x).max(clip[0]), high(|corner| corner.pos.x).min(clip[2]));
    let (top, bottom) = (low(|corner| corner.pos.y).max(clip[1]), high(|corner| corner.pos.y).min(clip[3]));
    let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
    for y in top..bottom {
        for x in left..right {
            let middle = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let weights = edges.map(|(from, to)| area(from, to, middle));
            let inside = weights
                .iter()
                .zip(edges)
                .all(|(weight, (from, to))| *weight > 0.0 || (*weight == 0.0 && owns(from, to)));
            if !inside {
                continue;
            }
            let [wa, wb, wc] = weights.map(|weight| (weight / whole) as f32);
            let mix = |of: fn(&Vertex) -> f32| of(&a) * wa + of(&b) * wb + of(&c) * wc;
            let texel = sample(texture, mix(|corner| corner.uv.x), mix(|corner| corner.uv.y));
            let tint = [
                mix(|corner| f32::from(corner.color.r())),
                mix(|corner| f32::from(corner.color.g())),
                mix(|corner| f32::from(corner.color.b())),
                mix(|corner| f32::from(corner.color.a())),
            ];
            blend(picture.get_pixel_mut(x as u32, y as u32), texel, tint);
        }
    }
}

/// The texture between its pixels, kept inside its edges; each part 0 to 1.
fn sample(texture: &Texture, u: f32, v: f32) -> [f32; 4] {
    let x = (u * texture.width as f32 - 0.5).clamp(0.0, texture.width as f32 - 1.0);
    let y = (v * texture.height as f32 - 0.5).clamp(0.0, texture.height as f32 - 1.0);
    let (left, top) = (x.floor() as usize, y.floor() as usize);
    let (right, bottom) = ((left + 1).min(texture.width - 1), (top + 1).min(texture.height - 1));
    let (dx, dy) = (x.fract(), y.fract());
    let mut parts = [0.0; 4];
    for (column, row, weight) in [
        (left, top, (1.0 - dx) * (1.0 - dy)),
        (right, top, dx * (1.0 - dy)),
        (left, bottom, (1.0 - dx) * dy),
        (right, bottom, dx * dy),
    ] {
        let pixel = texture.pixels[row * texture.width + column].to_array();
        for (part, value) in parts.iter_mut().zip(pixel) {
            *part += f32::from(value) / 255.0 * weight;
        }
    }
    parts
}

fn blend(pixel: &mut image::Rgba<u8>, texel: [f32; 4], tint: [f32; 4]) {
    let opacity = texel[3] * tint[3] / 255.0;
    for (index, part) in pixel.0.iter_mut().enumerate() {
        let source = texel[index] * tint[index];
        *part = (source + f32::from(*part) * (1.0 - opacity)).round().clamp(0.0, 255.0) as u8;
    }
}
