use std::pin::Pin;
#[derive(Debug,Clone,PartialEq)] pub enum CoroutineState<Y,R>{Yielded(Y),Complete(R)}
pub trait Coroutine<Resume=()>{type Yield;type Return;fn resume(self:Pin<&mut Self>,a:Resume)->CoroutineState<Self::Yield,Self::Return>;}
#[derive(Clone)] pub struct Machine<S,F>{state:S,step:F}
impl<S,F> Machine<S,F>{pub fn new(state:S,step:F)->Self{Machine{state,step}} pub fn state(&self)->&S{&self.state}}
impl<S,F> Unpin for Machine<S,F>{}
struct Guard<'a,S:__private::State>(&'a mut S);
impl<S:__private::State> Drop for Guard<'_,S>{#[cold] fn drop(&mut self){*self.0=S::panicked()}}
impl<S:__private::State,F,R,Y,T> Coroutine<R> for Machine<S,F> where F: FnMut(&mut S,R)->CoroutineState<Y,T>{type Yield=Y;type Return=T;
 #[inline] fn resume(self:Pin<&mut Self>,a:R)->CoroutineState<Y,T>{let me=self.get_mut();let g=Guard(&mut me.state); let r=(me.step)(g.0,a); std::mem::forget(g); r}}
pub trait Ext<R>:Coroutine<R>{fn resume_unpin(&mut self,a:R)->CoroutineState<Self::Yield,Self::Return> where Self:Unpin{Pin::new(self).resume(a)}}
impl<R,C:Coroutine<R>+?Sized> Ext<R> for C{}
pub mod __private{
 #[derive(Clone)] pub struct MachineIter<S,F>(crate::Machine<S,F>);
 pub fn iter<S,F>(m:crate::Machine<S,F>)->MachineIter<S,F>{MachineIter(m)}
 impl<S:State,F,Y> Iterator for MachineIter<S,F> where F:FnMut(&mut S,())->crate::CoroutineState<Y,()>{type Item=Y; #[inline] fn next(&mut self)->Option<Y>{match crate::Coroutine::resume(std::pin::Pin::new(&mut self.0),()){crate::CoroutineState::Yielded(y)=>Some(y),_=>None}}}
 pub use std::boxed::Box;
 impl<T> Branch for Option<T>{type Output=T;type Residual=Option<std::convert::Infallible>;fn branch(self)->ControlFlow<Self::Residual,T>{match self{Some(v)=>ControlFlow::Continue(v),None=>ControlFlow::Break(None)}}}
 impl<T> FromResidual<Option<std::convert::Infallible>> for Option<T>{fn from_residual(_:Option<std::convert::Infallible>)->Self{None}}
 impl<B,C> Branch for ControlFlow<B,C>{type Output=C;type Residual=ControlFlow<B,std::convert::Infallible>;fn branch(self)->ControlFlow<Self::Residual,C>{match self{ControlFlow::Continue(v)=>ControlFlow::Continue(v),ControlFlow::Break(b)=>ControlFlow::Break(ControlFlow::Break(b))}}}
 impl<B,C> FromResidual<ControlFlow<B,std::convert::Infallible>> for ControlFlow<B,C>{fn from_residual(r:ControlFlow<B,std::convert::Infallible>)->Self{match r{ControlFlow::Break(b)=>ControlFlow::Break(b),ControlFlow::Continue(n)=>match n{}}}}

 use std::marker::PhantomData; use std::ops::ControlFlow;
 pub trait State:Sized{fn panicked()->Self;fn is_complete(&self)->bool;}
 pub fn witness<T>(_:&T)->PhantomData<T>{PhantomData}
 #[inline(always)] pub fn same_type<T>(_:&mut T,_:PhantomData<T>){}
 pub fn tie<S,R,O,F:FnMut(&mut S,R)->O>(_:PhantomData<S>,f:F)->F{f}
 #[inline(always)] pub fn held<T>(s:&mut Option<T>)->&mut T{s.as_mut().unwrap()}
 #[inline(always)] pub fn held_ref<T>(s:&Option<T>)->&T{s.as_ref().unwrap()}
 #[inline(always)] pub fn take<T>(s:&mut Option<T>)->T{s.take().unwrap()}
 pub fn empty<T>(_:&Option<T>)->Option<T>{None}
 pub fn resumed_after_completion()->!{panic!("coroutine resumed after completion")}
 pub fn resumed_after_panicking()->!{panic!("coroutine resumed after panicking")}
 #[derive(Clone,Debug,PartialEq,Eq,Hash)] pub struct Gone; #[derive(Clone,Debug,PartialEq,Eq,Hash)] pub struct Kept<T>(pub T);
 pub trait Restore<T>{fn restore(&mut self)->Option<T>;}
 impl<T> Restore<T> for Gone{fn restore(&mut self)->Option<T>{None}} impl<T> Restore<T> for Kept<Option<T>>{fn restore(&mut self)->Option<T>{self.0.take()}}
 pub struct Probe<'a,T>(pub &'a T); pub struct TagGone;
 pub trait Trivial{} macro_rules! tr{($($t:ty),*)=>{$(impl Trivial for $t{})*}} tr!(u8,u16,u32,u64,usize,i8,i16,i32,i64,isize,char,bool,(),std::str::Chars<'_>,std::str::CharIndices<'_>,std::str::Bytes<'_>,std::str::Lines<'_>,std::str::SplitWhitespace<'_>);
 impl<T:?Sized> Trivial for &T{} impl<T:?Sized> Trivial for &mut T{} impl<T> Trivial for std::slice::Iter<'_,T>{} impl<T:Trivial> Trivial for Option<T>{} impl<T:Trivial> Trivial for std::ops::Range<T>{}
 impl<I:Trivial+Iterator> Trivial for std::iter::Peekable<I> where I::Item:Trivial{} impl<I:Trivial> Trivial for std::iter::Enumerate<I>{} impl<I:Trivial> Trivial for std::iter::Copied<I>{}
 pub trait IsTrivial{fn tag(&self)->TagGone{TagGone}} impl<T:Trivial> IsTrivial for &&&&Probe<'_,T>{}
 pub struct TagKept;
 impl TagGone{pub fn keep<T>(self,_:T)->Gone{Gone}} impl TagKept{pub fn keep<T>(self,t:T)->Kept<T>{Kept(t)}}
 pub trait IsCopy{fn tag(&self)->TagGone{TagGone}} impl<T:Copy> IsCopy for &Probe<'_,T>{}
 pub trait IsAny{fn tag(&self)->TagKept{TagKept}} impl<T> IsAny for Probe<'_,T>{}
 pub trait IsMut{fn tag(&self)->TagGone{TagGone}} impl<T:?Sized> IsMut for &&Probe<'_,&mut T>{}
 pub trait IsOptMut{fn tag(&self)->TagGone{TagGone}} impl<T:?Sized> IsOptMut for &&&Probe<'_,Option<&mut T>>{}
 pub trait Branch{type Output;type Residual;fn branch(self)->ControlFlow<Self::Residual,Self::Output>;}
 pub trait FromResidual<R>{fn from_residual(r:R)->Self;}

 use std::task::Poll;
 impl<T,E> Branch for Poll<Result<T,E>>{type Output=Poll<T>;type Residual=Result<std::convert::Infallible,E>;fn branch(self)->ControlFlow<Self::Residual,Poll<T>>{match self{Poll::Ready(Ok(v))=>ControlFlow::Continue(Poll::Ready(v)),Poll::Pending=>ControlFlow::Continue(Poll::Pending),Poll::Ready(Err(e))=>ControlFlow::Break(Err(e))}}}
 impl<T,E> Branch for Poll<Option<Result<T,E>>>{type Output=Poll<Option<T>>;type Residual=Result<std::convert::Infallible,E>;fn branch(self)->ControlFlow<Self::Residual,Poll<Option<T>>>{match self{Poll::Ready(Some(Ok(v)))=>ControlFlow::Continue(Poll::Ready(Some(v))),Poll::Ready(None)=>ControlFlow::Continue(Poll::Ready(None)),Poll::Pending=>ControlFlow::Continue(Poll::Pending),Poll::Ready(Some(Err(e)))=>ControlFlow::Break(Err(e))}}}
 impl<T,E,F:From<E>> FromResidual<Result<std::convert::Infallible,E>> for Poll<Result<T,F>>{fn from_residual(r:Result<std::convert::Infallible,E>)->Self{match r{Err(e)=>Poll::Ready(Err(e.into())),Ok(n)=>match n{}}}}
 impl<T,E,F:From<E>> FromResidual<Result<std::convert::Infallible,E>> for Poll<Option<Result<T,F>>>{fn from_residual(r:Result<std::convert::Infallible,E>)->Self{match r{Err(e)=>Poll::Ready(Some(Err(e.into()))),Ok(n)=>match n{}}}}
 impl<T,E> Branch for Result<T,E>{type Output=T;type Residual=Result<std::convert::Infallible,E>;fn branch(self)->ControlFlow<Self::Residual,T>{match self{Ok(v)=>ControlFlow::Continue(v),Err(e)=>ControlFlow::Break(Err(e))}}}
 impl<T,E,F:From<E>> FromResidual<Result<std::convert::Infallible,E>> for Result<T,F>{fn from_residual(r:Result<std::convert::Infallible,E>)->Self{match r{Err(e)=>Err(e.into()),Ok(n)=>match n{}}}}
}
#[macro_export] macro_rules! __keep{($x:ident)=>{{ #[allow(unused_imports)] use $crate::__private::{IsCopy as _,IsAny as _,IsMut as _,IsOptMut as _,IsTrivial as _}; let tag=(&&&&&$crate::__private::Probe(&$x)).tag(); tag.keep($x) }}}

impl<C:?Sized+Coroutine<R>+Unpin,R> Coroutine<R> for Box<C>{type Yield=C::Yield;type Return=C::Return;fn resume(mut self:Pin<&mut Self>,a:R)->CoroutineState<C::Yield,C::Return>{Pin::new(&mut **self).resume(a)}}
impl<C:?Sized+Coroutine<R>+Unpin,R> Coroutine<R> for &mut C{type Yield=C::Yield;type Return=C::Return;fn resume(mut self:Pin<&mut Self>,a:R)->CoroutineState<C::Yield,C::Return>{Pin::new(&mut **self).resume(a)}}
