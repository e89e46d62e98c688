//! Readers of a source whose progress the window shows and that the window can stop.

use std::io::Read;

use crate::app::jobs::JobHandle;
use crate::app::reading::Source;
use crate::import::progress::Progress;

/// A source that a job passes over, once or several times.
pub struct Watching<'a> {
    /// What is read.
    pub source: &'a Source,
    /// Its size in bytes, where it is known.
    pub size: Option<u64>,
    /// One counter a pass, in order.
    pub passes: &'a [Progress],
    /// The job, which is told how far reading has come and says when to stop.
    pub handle: &'a JobHandle,
}

impl Watching<'_> {
    /// The counters of a pass.
    pub fn progress(&self, pass: usize) -> Progress {
        self.passes.get(pass).cloned().unwrap_or_default()
    }

    /// The source from its beginning, for a pass. Cancelling the job cancels the pass.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn reader(&self, pass: usize) -> std::io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(Watched {
            inner: self.source.reader()?,
            read: 0,
            size: self.size.filter(|size| *size > 0),
            pass: pass as f32,
            passes: self.passes.len().max(1) as f32,
            progress: self.progress(pass),
            handle: self.handle.clone(),
        }))
    }
}

struct Watched {
    inner: Box<dyn Read + Send>,
    read: u64,
    size: Option<u64>,
    pass: f32,
    passes: f32,
    progress: Progress,
    handle: JobHandle,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.handle.is_cancelled() {
            self.progress.cancel();
        }
        let count = self.inner.read(buffer)?;
        self.read += count as u64;
        if let Some(size) = self.size {
            let part = (self.read as f32 / size as f32).min(1.0);
            self.handle.progress((self.pass + part) / self.passes);
        }
        Ok(count)
    }
}
